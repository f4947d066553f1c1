import { COLOURS, type Theme } from './colours.ts'

const colours = (theme: Theme) =>
  Object.entries(COLOURS[theme])
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('')

/** The whole style of an embedded page. It stands in the page, so that the page loads nothing else. */
export const EMBED_STYLE = `
:root{color-scheme:light dark;${colours('light')}}
:root[data-theme=light]{color-scheme:light}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${colours('dark')}}}
:root[data-theme=dark]{color-scheme:dark;${colours('dark')}}
*{box-sizing:border-box}
body{margin:0;padding:1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 "Atkinson Hyperlegible Next",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:48rem;margin:0 auto}
h1{font-size:1.3125rem;line-height:1.75rem;margin:0}
h2{font-size:1.0625rem;margin:1.5rem 0 .5rem}
p{margin:.25rem 0}
ul,ol{margin:.5rem 0;padding-inline-start:1.25rem}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.soft{color:var(--ink-soft)}
.way{display:inline-flex;align-items:center;min-height:2.75rem}
table{width:100%;border-collapse:collapse;margin-top:.75rem;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--ink-soft)}
th,td{padding:.5rem 0;vertical-align:top;text-align:start;border-bottom:1px solid var(--line)}
tbody th{font-weight:650}
th:first-child,td:first-child{padding-inline-end:.75rem;white-space:nowrap}
th:last-child,td:last-child{padding-inline-start:.75rem;text-align:end;white-space:nowrap}
tr.cut td{border-bottom:0;border-top:3px dashed var(--accent);color:var(--accent);font-weight:650;text-align:start;padding-inline:0;white-space:normal}
svg{display:block;width:100%;height:.625rem;margin-top:.375rem}
.track{fill:var(--sunken)}
.bar{fill:var(--line-strong)}
.chosen .bar{fill:var(--accent)}
.phases{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
.phases [aria-current]{font-weight:650;border-bottom:3px solid var(--accent)}
.priorities>li{padding:.75rem 0;border-top:1px solid var(--line)}
.priorities>li::marker{font-weight:650}
`
