// The yardstick: the least a virtual list can be. A hundred thousand rows held in the page, a table's worth of
// text in each, one scroller, rows moved into place by hand. Answers its scroller.
const ROW = 36;
const COUNT = 100_000;
const scroller = document.createElement('div');
scroller.id = 'yardstick';
Object.assign(scroller.style, { position: 'fixed', inset: '0', overflow: 'auto', zIndex: '99', background: 'white' });
const height = document.createElement('div');
Object.assign(height.style, { height: `${COUNT * ROW}px`, position: 'relative' });
scroller.append(height);
document.body.append(scroller);
const rows = Array.from({ length: Math.ceil(innerHeight / ROW) + 60 }, () => {
  const row = document.createElement('div');
  row.className = 'line';
  Object.assign(row.style, { position: 'absolute', display: 'flex', gap: '24px', height: `${ROW}px`, width: '100%' });
  for (let at = 0; at < 8; at += 1) row.append(document.createElement('span'));
  height.append(row);
  return row;
});
const draw = () => {
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 30);
  rows.forEach((_, at) => {
    const index = first + at;
    const row = rows[index % rows.length];
    if (row.dataset.index === String(index)) return;
    row.dataset.index = String(index);
    row.style.top = `${index * ROW}px`;
    const words = [`INV-${index}`, `Client ${index % 5000}`, '2026-03-04', '2026-04-03', 'overdue', 'CAD', '1,204.50', '1,204.50'];
    words.forEach((word, place) => (row.children[place].textContent = word));
  });
};
scroller.addEventListener('scroll', draw, { passive: true });
draw();
