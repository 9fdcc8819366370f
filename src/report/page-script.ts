/** Filters the items of the page by state, and keeps the choice in the page's address. */
export const PAGE_SCRIPT = `
const boxes = [...document.querySelectorAll('input[name=state]')];
const items = [...document.querySelectorAll('.item')];
const status = document.getElementById('shown');
function apply() {
  const on = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  for (const item of items) {
    item.hidden = !on.has(item.dataset.state);
    if (!item.hidden) shown++;
  }
  for (const group of document.querySelectorAll('.group'))
    group.hidden = !group.querySelector('.item:not([hidden])');
  status.textContent = shown + (shown === 1 ? ' item shown' : ' items shown');
  const all = on.size === boxes.length;
  history.replaceState(null, '', all ? location.pathname : '#show=' + [...on].join(','));
}
const asked = /^#show=(.*)$/.exec(location.hash);
if (asked) for (const box of boxes) box.checked = asked[1].split(',').includes(box.value);
for (const box of boxes) box.addEventListener('change', apply);
if (asked) apply();
`;
