/** What the palette offers for what was typed: things of the book first, then acts on them, then places. */
import Banknote from '@lucide/svelte/icons/banknote';
import BookLock from '@lucide/svelte/icons/book-lock';
import BookOpen from '@lucide/svelte/icons/book-open';
import BookPlus from '@lucide/svelte/icons/book-plus';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import File from '@lucide/svelte/icons/file';
import FileDown from '@lucide/svelte/icons/file-down';
import FileOutput from '@lucide/svelte/icons/file-output';
import FilePlus from '@lucide/svelte/icons/file-plus';
import FileText from '@lucide/svelte/icons/file-text';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LogOut from '@lucide/svelte/icons/log-out';
import Mail from '@lucide/svelte/icons/mail';
import MailOpen from '@lucide/svelte/icons/mail-open';
import Mails from '@lucide/svelte/icons/mails';
import Phone from '@lucide/svelte/icons/phone';
import UserPlus from '@lucide/svelte/icons/user-plus';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Found, InvoiceView } from '../../ipc/wire';
import { act } from '../../shared/acts.svelte';
import { go } from '../../shared/place.svelte';
import type { Words } from '../../words/index.svelte';
import { SCREENS } from '../places';
import { doVerb, VERBS, type VerbId } from '../verbs';
import { holds } from './marks';
import type { Visit, VisitKind } from './recent.svelte';

export type GroupId = 'recent' | 'clients' | 'invoices' | 'plans' | 'doing' | 'going';

export interface Choice {
  id: string;
  Icon: Component<{ 'aria-hidden'?: 'true' }>;
  label: string;
  /** At the right edge: an invoice's state, or what a client owes by currency. */
  invoice?: InvoiceView;
  owed?: Readonly<Record<string, string>>;
  keys?: string;
  run: () => unknown;
}

export interface ChoiceGroup {
  id: GroupId;
  choices: Choice[];
}

const VERB_ICONS = {
  record_payment: Banknote,
  new_invoice: FilePlus,
  new_client: UserPlus,
  compose_plan: CalendarCheck,
  print_letters: Mails,
  import_file: FileDown,
  export_book: FileOutput,
  lock_book: BookLock,
  open_book: BookOpen,
  new_book: BookPlus,
  shortcuts: Keyboard,
  about: Info,
  quit: LogOut,
} as const satisfies Partial<Record<VerbId, Component>>;
export type OfferedVerb = keyof typeof VERB_ICONS;

const VISIT_ICONS: Record<VisitKind, Component> = {
  clients: Users,
  invoices: FileText,
  plans: CalendarCheck,
};

function verbs(words: Words, typed: string): Choice[] {
  const offered = Object.entries(VERB_ICONS) as [OfferedVerb, Component][];
  return offered
    .map(([id, Icon]) => {
      const keys = id === 'shortcuts' ? '?' : VERBS[id].keys;
      return { id, Icon, label: words.palette.verbs[id], run: () => doVerb(id), ...(keys && { keys }) };
    })
    .filter((choice) => holds(choice.label, typed));
}

function places(words: Words, typed: string): Choice[] {
  return SCREENS.map(({ id, key, Icon, name }) => ({
    id: `to-${id}`,
    Icon,
    label: name(words),
    keys: `g ${key}`,
    run: () => go([id]),
  })).filter((choice) => holds(choice.label, typed));
}

/** What can be done about one client. */
function actsOn(
  client: { id: string; name: string },
  invoice: InvoiceView | undefined,
  words: Words,
): Choice[] {
  const w = words.palette.on;
  const { id, name } = client;
  const choice = (key: string, Icon: Component, label: string, run: () => void): Choice => ({
    id: `${key}-${id}`,
    Icon,
    label,
    run,
  });
  return [
    invoice
      ? choice('pay', Banknote, w.payInvoice(invoice.number, name), () =>
          act('pay', { client: id, invoice: invoice.id }),
        )
      : choice('pay', Banknote, w.pay(name), () => act('pay', { client: id })),
    choice('plan', CalendarCheck, w.plan(name), () => go(['compose'], { client: id })),
    choice('call', Phone, w.call(name), () => act('word', { client: id, kind: 'talk' })),
    choice('reminder', MailOpen, w.reminder(name), () => go(['letter', id], { kind: 'reminder' })),
    choice('statement', File, w.statement(name), () => go(['statement', id])),
    choice('demand', Mail, w.demand(name), () => go(['demand', id])),
    choice('invoice', FilePlus, w.invoice(name), () => act('invoice', { client: id })),
  ];
}

/** Before anything is typed: what was seen last, what is done most, where one can go. */
export function offered(visits: readonly Visit[], words: Words): ChoiceGroup[] {
  const recent = visits.map(({ kind, id, title }) => ({
    id: `recent-${id}`,
    Icon: VISIT_ICONS[kind],
    label: title,
    run: () => go([kind, id]),
  }));
  return [
    { id: 'recent' as const, choices: recent },
    { id: 'doing' as const, choices: verbs(words, '') },
    { id: 'going' as const, choices: places(words, '') },
  ].filter((group) => group.choices.length > 0);
}

/** Whom the acts are for: the client found, or whose invoice or plan it is. */
function subjectOf({ clients, invoices, plans }: Found): { id: string; name: string } | undefined {
  const [client, invoice, plan] = [clients[0], invoices[0], plans[0]];
  return (
    client ??
    (invoice && { id: invoice.client_id, name: invoice.client }) ??
    (plan && { id: plan.client_id, name: plan.client })
  );
}

export function isNothing({ clients, invoices, plans }: Found): boolean {
  return clients.length + invoices.length + plans.length === 0;
}

/** "Statement hollis": what was found for its last word, and of the acts on that the ones that fit it all. */
export function acting(typed: string, found: Found, words: Words): ChoiceGroup[] {
  const subject = subjectOf(found);
  const acts = subject ? actsOn(subject, undefined, words) : [];
  const choices = acts.filter((choice) => holds(choice.label, typed));
  return choices.length > 0 ? [{ id: 'doing', choices }] : [];
}

export function answering(typed: string, found: Found, words: Words): ChoiceGroup[] {
  const { clients, invoices, plans } = found;
  const subject = subjectOf(found);
  const groups: ChoiceGroup[] = [
    {
      id: 'clients',
      choices: clients.map(({ id, name, balance }) => ({
        id,
        Icon: Users,
        label: name,
        owed: balance,
        run: () => go(['clients', id]),
      })),
    },
    {
      id: 'invoices',
      choices: invoices.map((each) => ({
        id: each.id,
        Icon: FileText,
        label: [each.number, each.subject || each.client].join(' · '),
        invoice: each,
        run: () => go(['invoices', each.id]),
      })),
    },
    {
      id: 'plans',
      choices: plans.map((each) => ({
        id: each.plan,
        Icon: CalendarCheck,
        label: `${each.plan} · ${each.client}`,
        run: () => go(['plans', each.plan]),
      })),
    },
    {
      id: 'doing',
      choices: [
        ...(subject ? actsOn(subject, clients.length > 0 ? undefined : invoices[0], words) : []),
        ...verbs(words, typed),
      ],
    },
    { id: 'going', choices: places(words, typed) },
  ];
  return groups.filter((group) => group.choices.length > 0);
}
