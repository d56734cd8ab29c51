// Writes down when the button was pressed, when the book lay open, and when the page last changed after that.
const [button, done] = arguments;
const began = performance.now();
let open;
let last;
const watch = new MutationObserver(() => {
  const now = performance.now();
  open ??= document.querySelector('nav') ? now : undefined;
  if (open !== undefined) last = now;
});
watch.observe(document.body, { childList: true, subtree: true, characterData: true });
const tick = setInterval(() => {
  const now = performance.now();
  const waiting = open === undefined || now - last < 1_500 || document.querySelector('[role=progressbar]');
  if (waiting && now - began < 50_000) return;
  clearInterval(tick);
  watch.disconnect();
  done({ unlocked: open - began, drawn: last - open });
}, 50);
button.click();
