package io.firedrill.evidence.report;

/**
 * How the page looks: on a wide screen, on a phone, on A4 paper, light and dark. Every colour of a
 * text has at least 4.5 to 1 against its ground. Its classes begin with {@code r-}, so that they
 * are never those of a picture on the page.
 */
final class PageStyle {
    /** The style sheet. No selector in it needs a character that HTML would escape. */
    static final String SHEET = """
            :root{color-scheme:light dark;--r-ink:#1f2430;--r-soft:#505969;--r-line:#c9cfda;
            --r-paper:#fff;--r-head:#eef1f6;--r-good:#155d37;--r-bad:#a31d16;--r-open:#6b4a00;
            --r-good-ground:#e4f4ea;--r-bad-ground:#fdeae8;--r-open-ground:#fff4d6;--r-link:#1d4fa3}
            @media screen and (prefers-color-scheme:dark){:root{--r-ink:#e7eaf0;--r-soft:#aab3c2;
            --r-line:#3d4554;--r-paper:#171a21;--r-head:#232834;--r-good:#7fdcaa;--r-bad:#ff9d96;
            --r-open:#ffd479;--r-good-ground:#12301f;--r-bad-ground:#3a1715;
            --r-open-ground:#35290c;--r-link:#9dbcff}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--r-paper);color:var(--r-ink);
            font:15px/1.5 system-ui,"DejaVu Sans",sans-serif}
            main{max-width:1120px;margin:0 auto;padding:24px}
            h1{font-size:26px;line-height:1.25;margin:0 0 4px}
            h2{font-size:20px;margin:36px 0 8px;padding-top:10px;border-top:2px solid var(--r-line)}
            h3{font-size:16px;margin:22px 0 6px}
            p{margin:6px 0;max-width:92ch}ul{margin:6px 0;padding-left:22px}li{max-width:92ch}
            h1,h2,h3,p,li,td,th,figcaption{overflow-wrap:anywhere}
            a{color:var(--r-link)}.r-soft{color:var(--r-soft)}.r-note{font-weight:600}
            .r-banner{font-size:19px;font-weight:700;padding:12px 16px;margin:12px 0;
            border-left:8px solid;border-radius:3px;max-width:none}
            .r-pass{color:var(--r-good)}.r-fail{color:var(--r-bad)}.r-unsure{color:var(--r-open)}
            .r-banner.r-pass{background:var(--r-good-ground)}
            .r-banner.r-fail{background:var(--r-bad-ground)}
            .r-banner.r-unsure{background:var(--r-open-ground)}
            .r-word{font-weight:700;overflow-wrap:normal}
            .r-open{color:var(--r-open);font-style:italic}.r-line{margin:0 0 4px}
            table{border-collapse:collapse;width:100%;margin:8px 0}
            caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            th,td{border:1px solid var(--r-line);padding:7px 9px;text-align:left;
            vertical-align:top}
            td div,th div{unicode-bidi:isolate}
            thead th{background:var(--r-head);overflow-wrap:normal}tbody th{font-weight:600}
            .r-grid tbody th{min-width:9em}.r-grid .r-word{min-width:7.5em}
            .r-facts thead{position:absolute;width:1px;height:1px;overflow:hidden;
            clip-path:inset(50%)}
            .r-facts tbody th{width:30%;background:var(--r-head)}
            figure{margin:14px 0}figcaption{color:var(--r-soft);font-size:13.5px;max-width:92ch}
            .r-wide{overflow-x:auto;border:1px solid var(--r-line)}
            .r-wide svg{display:block;width:100%;min-width:760px;height:auto}
            .r-contents{margin:24px 0;padding:10px 16px;background:var(--r-head)}
            .r-contents ul{columns:3;list-style:none;padding:0;margin:0}
            .r-contents li{padding:3px 0;break-inside:avoid}
            @media screen and (max-width:760px){main{padding:14px}h1{font-size:22px}
            .r-contents ul{columns:1}.r-contents li{padding:6px 0}
            table,tbody,tr,th,td{display:block;width:100%}
            .r-facts tbody th{width:100%;border-bottom:0}
            .r-grid thead{position:absolute;width:1px;height:1px;overflow:hidden;
            clip-path:inset(50%)}
            .r-grid tr{border:1px solid var(--r-line);margin:0 0 14px}
            .r-grid tbody th,.r-grid td{display:flex;gap:10px;border:0;
            border-bottom:1px solid var(--r-line)}
            .r-grid tbody th{background:var(--r-head)}
            .r-grid tbody th::before,.r-grid td::before{content:attr(data-label);flex:0 0 104px;
            color:var(--r-soft);font-size:13px;font-weight:400}}
            @media print{@page{size:A4;margin:14mm}body{font-size:9.5pt;line-height:1.35}
            main{max-width:none;padding:0}h1{font-size:17pt}h2{font-size:13pt;margin-top:16pt}
            h3{font-size:10.5pt;margin-top:10pt}.r-banner{font-size:12pt;padding:6pt 9pt}
            th,td{padding:3pt 5pt}.r-contents{display:none}
            .r-banner,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
            tr,figure,.r-banner{break-inside:avoid}h1,h2,h3{break-after:avoid}
            thead{display:table-header-group}.r-wide{border:0;overflow:visible}
            .r-wide svg{min-width:0}#pictures{break-before:page}}
            """;

    private PageStyle() {}
}
