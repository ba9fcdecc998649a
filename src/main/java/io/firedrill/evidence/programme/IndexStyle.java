package io.firedrill.evidence.programme;

/**
 * How the programme page looks: tables on a wide screen and on paper, blocks on a phone, light and
 * dark. Every colour of a text has at least 4.5 to 1 against its ground, and none stands alone.
 */
final class IndexStyle {
    /** The style sheet. No selector in it needs a character that HTML would escape. */
    static final String SHEET = """
            :root{color-scheme:light dark;--ink:#1f2430;--soft:#505969;--line:#c9cfda;
            --paper:#fff;--head:#eef1f6;--good:#1b6b41;--bad:#b3261e;--unsure:#7a4b00;
            --link:#1d4fb8}
            @media screen and (prefers-color-scheme:dark){:root{--ink:#e7eaf0;--soft:#aab3c2;
            --line:#3d4554;--paper:#171a21;--head:#232834;--good:#63d39c;--bad:#ff9089;
            --unsure:#f0b860;--link:#8fb4ff}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--paper);color:var(--ink);
            font:15px/1.45 system-ui,"DejaVu Sans",sans-serif}
            main{max-width:1280px;margin:0 auto;padding:20px}
            h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:30px 0 6px}
            p{margin:4px 0;max-width:90ch}ul{margin:4px 0;padding-left:22px;max-width:100ch}
            a{color:var(--link)}nav{margin:12px 0}nav a{margin-right:14px;display:inline-block}
            .small{color:var(--soft);font-size:13px;font-weight:400}
            .pass{color:var(--good);font-weight:600}.fail{color:var(--bad);font-weight:700}
            .day{white-space:nowrap}.unsure{color:var(--unsure);font-weight:600}
            .verdict{font-size:18px;margin:10px 0}
            .note{border-left:4px solid var(--unsure);padding:6px 10px;background:var(--head)}
            table{border-collapse:collapse;width:100%;margin:8px 0}
            caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            th,td{border:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top;
            overflow-wrap:anywhere;unicode-bidi:isolate}
            thead th{background:var(--head);overflow-wrap:normal}tbody th{font-weight:600}
            .sparks{display:block;margin-bottom:4px}.sparks .past{fill:var(--soft)}
            .sparks .last{fill:var(--link)}
            @media screen and (max-width:760px){main{padding:12px}
            table,tbody,tr,th,td{display:block;width:100%}
            thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            tr{border:1px solid var(--line);margin:0 0 14px}
            tbody th,td{display:flex;gap:10px;border:0;border-bottom:1px solid var(--line)}
            tbody th{background:var(--head)}td:last-child{border-bottom:0}
            tbody th::before,td::before{content:attr(data-label);flex:0 0 108px;
            color:var(--soft);font-size:13px;font-weight:400;overflow-wrap:anywhere}}
            @media print{@page{size:A4 landscape;margin:11mm}body{font-size:9.5pt}
            main{max-width:none;padding:0}nav{display:none}h1{font-size:15pt}h2{font-size:12pt}
            .small{font-size:8pt}th,td{padding:3px 5px}tr{break-inside:avoid}
            h2{break-after:avoid}thead{display:table-header-group}a{color:inherit}}
            """;

    private IndexStyle() {}
}
