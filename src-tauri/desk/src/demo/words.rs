//! What was said and written, in people's own words. The plain reminders and thanks are in `courtesies`.
//!
//! Nobody names a date, a month or a weekday: the sample can stand at any day.

use super::clients::{
    AUBERGE, BOATS, CEDAR, ERIE, FERNHILL, FERRY, GRANITE, HARBOUR, HOLLIS, HUDSON, LAKESHORE, MAPLE, NIKOS,
    NORTHGATE, QUARRY, RIDEAU, VARGA, WOLFE, YASMIN, ZOFIA,
};

/// By which channel, which way, and what about.
pub(super) type How = (&'static str, &'static str, &'static str);

pub(super) const REMINDED: How = ("email", "out", "reminder");
pub(super) const THANKED: How = ("email", "out", "thanks");
const POSTED: How = ("letter", "out", "reminder");
const TEXTED: How = ("sms", "out", "reminder");
const CALLED: How = ("call", "out", "talk");
const RANG: How = ("call", "in", "talk");
const ANSWERED: How = ("email", "in", "reply");
const WROTE: How = ("email", "out", "talk");

/// A word, and when it was said.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) on: &'static str,
    pub(super) client: &'static str,
    pub(super) how: How,
    pub(super) said: &'static str,
}

const fn word(on: &'static str, client: &'static str, how: How, said: &'static str) -> Word {
    Word { on, client, how, said }
}

/// Oldest first within each client.
pub(super) const WORDS: &[Word] = &[
    // Fernhill: a plan that is being kept, and one late instalment.
    word(
        "2026-03-09",
        FERNHILL,
        REMINDED,
        "INV-1098 is a week over. Is everything in order with the kennel run?",
    ),
    word(
        "2026-03-20",
        FERNHILL,
        REMINDED,
        "INV-1098 is still open. If it is too much at once, we can spread it.",
    ),
    word(
        "2026-03-26",
        FERNHILL,
        RANG,
        "We bought an X-ray machine and it took everything. Could we pay by the month?",
    ),
    word("2026-04-02", FERNHILL, WROTE, "Ten times 720, once a month. Thank you for coming in, Dana."),
    word("2026-05-13", FERNHILL, THANKED, "Two out of two. Thank you, Dana."),
    word("2026-07-14", FERNHILL, THANKED, "Four out of four, and the cats look happy with their shelves."),
    word("2026-10-14", FERNHILL, THANKED, "Seven out of seven. Thank you, Dana."),
    word("2026-11-09", FERNHILL, REMINDED, "A quick note about INV-1215"),
    word("2026-11-16", FERNHILL, CALLED, "The back office flooded. Could you give me two days?"),
    // Quarry Road: asks for a plan and comes in today.
    word("2026-09-21", QUARRY, REMINDED, "INV-1187 is a week over. Is the bar front as you wanted it?"),
    word("2026-10-06", QUARRY, CALLED, "The bar is lovely, the money is late. I have not forgotten you."),
    word("2026-10-20", QUARRY, WROTE, "Would parts be easier? Say how, and we will find a way."),
    word(
        "2026-11-02",
        QUARRY,
        CALLED,
        "Last month was half of the year before. I am not hiding, I just do not have it in one piece.",
    ),
    word("2026-11-16", QUARRY, RANG, "Parts would save me. Can I come in tomorrow at three?"),
    // Lakeshore: a third note is due.
    word("2026-04-23", LAKESHORE, THANKED, "Hygiene room two, two days early. Thank you."),
    word("2026-10-05", LAKESHORE, ANSWERED, "The hygiene rooms are a joy. We have sent you photos."),
    word("2026-11-04", LAKESHORE, REMINDED, "INV-1209 was due yesterday. Has it reached you?"),
    word("2026-11-10", LAKESHORE, REMINDED, "INV-1209, a week on. If a date would help, name one."),
    // Northgate: a final demand whose deadline ended yesterday.
    word("2026-03-11", NORTHGATE, RANG, "The owner pays me at the end of the month, and then I pay you."),
    word("2026-08-14", NORTHGATE, REMINDED, "INV-1168 is twelve days over. Could you say when to expect it?"),
    word(
        "2026-09-04",
        NORTHGATE,
        POSTED,
        "INV-1168 with a copy. If anything about the lobby is wrong, please call.",
    ),
    word("2026-09-22", NORTHGATE, CALLED, "Left a message with the front desk."),
    word(
        "2026-10-12",
        NORTHGATE,
        REMINDED,
        "INV-1168 and INV-1201 are open. We would still rather find a way together.",
    ),
    word("2026-10-22", NORTHGATE, CALLED, "Tom was out; he knows what it is about."),
    word(
        "2026-11-16",
        NORTHGATE,
        RANG,
        "I have your letter. Ring me tomorrow at half past ten and we will sort it out.",
    ),
    // Studio Varga: promised for today.
    word("2026-07-08", VARGA, THANKED, "The library wall is paid and, we hear, already full. Thank you."),
    word("2026-11-06", VARGA, REMINDED, "INV-1208 is a few days over. How does it look on your side?"),
    word("2026-11-10", VARGA, RANG, "My own client pays me within the week, and you are first in line."),
    word("2026-11-11", VARGA, WROTE, "Within the week it is. Thank you for saying so, Lena."),
    // Granite Bay: an open dispute.
    word("2026-10-26", GRANITE, REMINDED, "INV-1206 is ten days over. Is anything missing?"),
    word(
        "2026-11-09",
        GRANITE,
        ANSWERED,
        "The shelf finish is duller than the sample. We would like that settled first.",
    ),
    word(
        "2026-11-11",
        GRANITE,
        CALLED,
        "We will lay the shelf beside the sample and answer within the week.",
    ),
    // Cedar & Salt: written to in French.
    word(
        "2026-09-30",
        CEDAR,
        THANKED,
        "La facture INV-1200 est réglée. Merci, et la vitrine est superbe le matin.",
    ),
    word("2026-11-11", CEDAR, REMINDED, "Un petit mot au sujet de la facture INV-1225"),
    // Hollis: a cheque came back, and is promised anew.
    word("2026-03-23", HOLLIS, TEXTED, "A small word about INV-1107, in case it slipped behind the roses."),
    word("2026-11-06", HOLLIS, CALLED, "Oh no. I moved banks and wrote it from the old book. I am so sorry."),
    word("2026-11-12", HOLLIS, RANG, "The new cheques come next week. I will bring you one the day they do."),
    word("2026-11-12", HOLLIS, WROTE, "That is fine, Ruth. These things happen."),
    // Rideau Court: an offer that waits for the board.
    word(
        "2026-11-09",
        RIDEAU,
        RANG,
        "The reserve fund is low this year. Could we pay the panelling in five?",
    ),
    word("2026-11-10", RIDEAU, WROTE, "Here is the plan. It needs one signature from the board."),
    word("2026-11-11", RIDEAU, ANSWERED, "The board meets in eight days. It is first on the list."),
    // Ferry Street: a plan on track.
    word("2026-08-10", FERRY, REMINDED, "INV-1165 is two weeks over. Is everything in order?"),
    word("2026-08-20", FERRY, RANG, "Nobody buys a bicycle in the rain. Six parts and I can sleep."),
    word("2026-09-17", FERRY, THANKED, "The first of six, on the day. Thank you, Sam."),
    word("2026-10-19", FERRY, THANKED, "Two of six. Thank you, Sam."),
    // Wolfe Creek and Maple Lane.
    word("2026-06-23", WOLFE, THANKED, "Thank you for INV-1144, and for the night on the porch."),
    word("2026-10-19", MAPLE, RANG, "Fernhill said you are the people for small coat pegs."),
    word("2026-10-21", MAPLE, WROTE, "How we bill, on one page: 30 days, and a word before anything else."),
    // Hudson & Vine: a plan that is not being kept.
    word("2026-07-29", HUDSON, REMINDED, "INV-1159 is two weeks over. Did the shelving arrive complete?"),
    word("2026-08-25", HUDSON, REMINDED, "INV-1159 is six weeks over. May we suggest a plan?"),
    word("2026-09-03", HUDSON, ANSWERED, "A plan is fair. Four hundred every second week works for us."),
    word("2026-10-22", HUDSON, REMINDED, "The third instalment did not arrive. What happened?"),
    word(
        "2026-11-03",
        HUDSON,
        CALLED,
        "We changed banks; the standing order did not come along. Give us two weeks.",
    ),
    // Erie Street: reminded three times, and nothing came of it.
    word("2026-09-11", ERIE, REMINDED, "INV-1182 is nine days over. Did the doors arrive well?"),
    word("2026-09-29", ERIE, REMINDED, "INV-1182 is four weeks over. When may we expect it?"),
    word("2026-10-20", ERIE, REMINDED, "INV-1182 is still open. A date or a plan would both help."),
    word("2026-11-03", ERIE, CALLED, "The buyer of unit four has not closed. I pay when he does."),
    // Those who owe nothing.
    word("2026-01-13", HARBOUR, RANG, "The harbour is empty, and so are we. Four parts, and we are level."),
    word("2026-05-01", HARBOUR, THANKED, "The last of four, and all of them on the day. Thank you."),
    word("2026-02-10", BOATS, RANG, "The boats are in the shed and so is the money. Three months?"),
    word("2026-04-28", BOATS, THANKED, "That was the last one. A good season to you."),
    word("2026-03-06", AUBERGE, RANG, "La saison a été courte et les chambres vides. Pourrait-on étaler?"),
    word("2026-06-16", AUBERGE, ANSWERED, "Le virement part cette semaine. Désolé pour le retard."),
    word("2026-05-04", ZOFIA, ANSWERED, "Two of the shelf fronts do not match the sample you left with me."),
    word("2026-05-22", ZOFIA, ANSWERED, "They are perfect now. Thank you for coming twice."),
    word("2026-05-27", ZOFIA, THANKED, "Thank you, and enjoy the books."),
    word(
        "2026-04-14",
        NIKOS,
        THANKED,
        "Ευχαριστούμε. The Danforth stairs are paid. See you at the next one.",
    ),
    word("2026-11-04", YASMIN, THANKED, "Thank you for INV-1217, and for the tea."),
];
