/** The size of one rem in px, which changes when the reader scales the text. */

const read = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

let rem = $state(read());

if (typeof ResizeObserver !== 'undefined') {
  const ruler = document.createElement('div');
  ruler.className = 'unseen';
  ruler.ariaHidden = 'true';
  ruler.style.width = '1rem';
  // After everything else it would make the window scroll by a pixel.
  ruler.style.top = '0';
  new ResizeObserver(() => (rem = read())).observe(document.body.appendChild(ruler));
}

export function rootRem(): number {
  return rem;
}
