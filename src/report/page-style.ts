/** How the page looks: light and dark, narrow and wide, on screen and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2126; --paper: #ffffff; --soft: #57606a; --line: #d0d7de; --shade: #f6f8fa; --failed: #b3261e; --passed: #1a6e2e; --not-seen: #57606a; --off: #7a5200; --manual: #0a5ba8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9aa5b1; --line: #30363d; --shade: #161b22; --failed: #ff8a80; --passed: #63d07d; --not-seen: #9aa5b1; --off: #e0b050; --manual: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.3rem; margin: 2rem 0 0.5rem; } h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
fieldset { border: 1px solid var(--line); border-radius: 6px; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
.filter { cursor: pointer; white-space: nowrap; }
.progress { display: flex; gap: 0.75rem; align-items: center; margin: 0; color: var(--soft); font-size: 0.875rem; }
.cells { display: flex; flex: 0 1 14rem; height: 0.6rem; gap: 2px; border-radius: 3px; overflow: hidden; }
.cells span { background: currentColor; min-width: 3px; }
.cells .not-seen { opacity: 0.35; } .cells .manual { opacity: 0.6; }
ul { list-style: none; padding: 0; margin: 0.5rem 0; }
.item { border-left: 4px solid currentColor; padding: 0.35rem 0.75rem; margin: 0.5rem 0; background: var(--shade); border-radius: 0 6px 6px 0; }
.item p { margin: 0.1rem 0; }
.item > *, .filter > * { color: var(--ink); }
.failed { color: var(--failed); } .passed { color: var(--passed); } .not-seen { color: var(--not-seen); } .off { color: var(--off); } .manual { color: var(--manual); }
.item.failed .mark, .item.failed .state { color: var(--failed); } .item.passed .mark, .item.passed .state { color: var(--passed); } .item.not-seen .mark, .item.not-seen .state { color: var(--not-seen); } .item.off .mark, .item.off .state { color: var(--off); } .item.manual .mark, .item.manual .state { color: var(--manual); }
.state { font-weight: 600; font-size: 0.875rem; }
.item > .why, .item > .rules, small { color: var(--soft); font-size: 0.875rem; }
pre { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem; margin: 0.25rem 0; font-size: 0.8125rem; }
pre span { display: block; } pre .problem { font-weight: 700; } pre i { color: var(--soft); font-style: normal; user-select: none; }
a { color: var(--manual); } code { overflow-wrap: anywhere; } pre code { overflow-wrap: normal; }
:focus-visible { outline: 3px solid var(--manual); outline-offset: 2px; }
[hidden] { display: none !important; }
@media print { form, #shown { display: none; } .item { break-inside: avoid; background: none; } details > * { display: block; } details::details-content { content-visibility: visible; block-size: auto; } body { max-width: none; } }
`;
