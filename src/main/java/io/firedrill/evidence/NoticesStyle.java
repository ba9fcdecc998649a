package io.firedrill.evidence;

/**
 * How the page on what people were told looks: tables on a wide screen and on paper, blocks on a
 * phone, light and dark. Every colour of a text has at least 4.5 to 1 against its ground.
 */
final class NoticesStyle {
    /** The style sheet. No selector in it needs a character that HTML would escape. */
    static final String SHEET = """
            :root{color-scheme:light dark;--ink:#1f2430;--soft:#505969;--line:#c9cfda;
            --paper:#fff;--head:#eef1f6;--bad:#b3261e}
            @media screen and (prefers-color-scheme:dark){:root{--ink:#e7eaf0;--soft:#aab3c2;
            --line:#3d4554;--paper:#171a21;--head:#232834;--bad:#ff9089}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--paper);color:var(--ink);
            font:15px/1.45 system-ui,"DejaVu Sans",sans-serif}
            main{max-width:1280px;margin:0 auto;padding:20px}
            h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:28px 0 6px}
            h3{font-size:15px;margin:16px 0 4px}p{margin:4px 0;max-width:90ch}
            .small{color:var(--soft);font-size:13px}.verdict,.note{font-weight:600}
            .bad{color:var(--bad);font-weight:600}.time{font-size:17px;font-weight:600}
            .none{color:var(--soft)}
            table{border-collapse:collapse;width:100%;margin:8px 0}
            caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            th,td{border:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top;
            overflow-wrap:anywhere;unicode-bidi:isolate}
            thead th{background:var(--head);overflow-wrap:normal}
            tbody th{font-weight:600}tbody th .small{font-weight:400}
            .updates td:nth-child(2){min-width:7.6em}.updates td:nth-child(3){min-width:13em}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;margin:0;
            padding:8px 10px;background:var(--head);font:13px/1.45 ui-monospace,monospace}
            @media screen and (max-width:760px){main{padding:12px}
            table,tbody,tr,th,td{display:block;width:100%}
            .updates td:nth-child(n){min-width:0}
            thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            tr{border:1px solid var(--line);margin:0 0 14px}
            tbody th,td{display:flex;gap:10px;border:0;border-bottom:1px solid var(--line)}
            tbody th{background:var(--head)}td:last-child{border-bottom:0}
            tbody th::before,td::before{content:attr(data-label);flex:0 0 108px;
            color:var(--soft);font-size:13px;font-weight:400;overflow-wrap:anywhere}}
            @media print{@page{size:A4 landscape;margin:11mm}body{font-size:9.5pt}
            main{max-width:none;padding:0}h1{font-size:15pt}h2{font-size:12pt}
            .small,pre{font-size:8pt}.time{font-size:10.5pt}th,td{padding:3px 5px}
            tr,pre{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}}
            """;

    private NoticesStyle() {}
}
