// Scrolls a list and watches every frame: how long it took, whether there was bare space where rows should be,
// and whether rows in sight were still being read.
// Arguments: the scroller, a row in it, rows that are not filled yet, the manner; then the callback.
const [scroller, rowsOf, unseenOf, manner, done] = arguments;
const list = document.querySelector(scroller);
const some = list.querySelector(rowsOf).getBoundingClientRect().height;
const FRAMES = 180;
let seed = 7;
const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
const manners = {
  // A hard turn of the wheel, three notches in every frame.
  wheel: () => list.scrollBy(0, 360),
  // A page at a time, as fast as the key repeats.
  pages: (frame) => frame % 2 === 0 && list.scrollBy(0, list.clientHeight),
  // The thumb is dragged to and fro.
  thumb: (frame) => frame % 6 === 0 && (list.scrollTop = chance() * (list.scrollHeight - list.clientHeight)),
};
const times = [];
let bare = 0;
let unread = 0;
let last = 0;
const look = () => {
  const top = list.getBoundingClientRect().top;
  const bottom = top + list.clientHeight;
  const rows = [...list.querySelectorAll(rowsOf)].map((row) => [row, row.getBoundingClientRect()]);
  const seen = rows.filter(([, at]) => at.bottom > top && at.top < bottom);
  const drawn = seen.reduce((sum, [, at]) => sum + Math.min(at.bottom, bottom) - Math.max(at.top, top), 0);
  // The head, the totals and the margin take up at most so much of the view.
  if (list.clientHeight - drawn > 6 * some) bare += 1;
  if (unseenOf !== '' && seen.some(([row]) => row.querySelector(unseenOf))) unread += 1;
};
// Each manner has a part of the list of its own, so that none reads what another has brought.
list.scrollTop = { wheel: 0, pages: 0.4, thumb: 0 }[manner] * list.scrollHeight;
let frame = -1;
const step = (now) => {
  if (frame >= 0) {
    times.push(now - last);
    look();
  }
  last = now;
  frame += 1;
  if (frame > FRAMES) return done({ times, bare, unread });
  manners[manner](frame);
  requestAnimationFrame(step);
};
setTimeout(() => requestAnimationFrame(step), 400);
