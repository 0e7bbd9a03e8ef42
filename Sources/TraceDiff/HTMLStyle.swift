/// The style of a page, in light and dark.
let htmlStyle = """
    :root { color-scheme: light dark; --back: #fff; --text: #1f2328; --soft: #59636e; \
    --line: #d1d9e0; --panel: #f6f8fa; --good: #1a7f37; --goodBack: #dafbe1; --bad: #cf222e; \
    --badBack: #ffebe9; --near: #9a6700; --nearBack: #fff8c5; --accent: #0969da; }
    @media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3; \
    --soft: #9198a1; --line: #3d444d; --panel: #151b23; --good: #3fb950; --goodBack: #12261e; \
    --bad: #f85149; --badBack: #321417; --near: #d29922; --nearBack: #2e2a1f; --accent: #4493f8; } }
    * { box-sizing: border-box; }
    body { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--text); \
    background: var(--back); max-width: 84rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
    h1 { font-size: 1.6rem; margin: 0 0 .75rem; letter-spacing: -.01em; }
    h2 { font-size: 1.1rem; margin: 2.25rem 0 .6rem; padding-bottom: .3rem; \
    border-bottom: 1px solid var(--line); }
    h3 { font-size: .9rem; font-weight: 600; margin: 0 0 .3rem; }
    p { margin: .4rem 0 .8rem; }
    .verdict { font-size: 1.05rem; font-weight: 600; padding: .6rem .9rem; border-radius: 6px; \
    border-left: 4px solid; }
    .verdict span { font-weight: 400; color: var(--text); }
    .verdict.identical { background: var(--goodBack); }
    .verdict.differs { background: var(--badBack); }
    .verdict.withinTolerance { background: var(--nearBack); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; padding: .2rem 1rem .2rem 0; vertical-align: top; \
    white-space: nowrap; }
    th { font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); }
    table.numbers th:not(:first-child), table.numbers td:not(:first-child) { text-align: right; }
    table.values td:first-child { color: var(--soft); }
    table.values td, td, code, .code { font-variant-ligatures: none; }
    .identical { color: var(--good); } .withinTolerance { color: var(--near); }
    .differs, .missing, .extra { color: var(--bad); } .notProbed { color: var(--soft); }
    details { margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; \
    overflow: hidden; }
    details > .wide { padding: .3rem .8rem .6rem; max-height: 36rem; overflow: auto; }
    summary { cursor: pointer; padding: .4rem .8rem; background: var(--panel); font-weight: 600; }
    summary small { font-weight: 400; color: var(--soft); margin-left: .8rem; }
    p.cause { font-weight: 600; margin-bottom: 0; }
    ul.cause { margin: .1rem 0 1rem; padding-left: 1.2rem; }
    .maps { display: flex; flex-wrap: wrap; gap: 1.5rem; }
    .maps figure { margin: 0; flex: 1 1 18rem; min-width: 14rem; max-width: 30rem; }
    .maps img { width: 100%; image-rendering: pixelated; border: 1px solid var(--line); \
    border-radius: 4px; display: block; }
    .scale { height: .5rem; border-radius: 3px; margin-top: .4rem; }
    .scale.values { background: linear-gradient(90deg, #2166ac, #f7f7f7, #b2182b); }
    .scale.distances { background: linear-gradient(90deg, #f7f7f7, #fdae61, #7f0000); }
    .ends { display: flex; justify-content: space-between; font-size: 12px; color: var(--soft); \
    font-variant-numeric: tabular-nums; }
    figcaption { font-size: 12px; color: var(--soft); }
    svg { width: 100%; height: auto; display: block; }
    svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
    svg .grid { stroke: var(--line); stroke-width: 1; }
    svg .path { fill: none; stroke-width: 1.5; opacity: .85; }
    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: 12px; \
    color: var(--soft); }
    .legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; \
    margin-right: .4rem; vertical-align: -1px; }
    table.code { width: 100%; table-layout: fixed; \
    font: 12px/1.45 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; }
    table.code td { padding: 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    table.code tr.fold td { color: var(--soft); background: var(--panel); text-align: center; }
    table.code td.n { text-align: right; color: var(--soft); \
    user-select: none; padding: 0 .6rem 0 0; }
    table.code td.right { border-left: 1px solid var(--line); }
    td.same { background: var(--goodBack); } td.other { background: var(--badBack); }
    td.close { background: var(--nearBack); }
    td.first { outline: 2px solid var(--bad); outline-offset: -2px; }
    """
