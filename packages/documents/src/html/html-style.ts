/** The only style of a document: it comes with it, and its digest stands in the policy of the service. */
export const htmlStyle = `:root{color-scheme:light}
body{font:1.05rem/1.55 "Source Sans 3","Source Sans Pro",system-ui,sans-serif;color:#1b1f23;background:#fff;max-width:62rem;margin:0 auto;padding:1.5rem}
h1,h2,h3,h4{line-height:1.2;color:#0d3358;margin:2em 0 .6em}h1{font-size:2.1rem;margin-top:0}h2{font-size:1.6rem;border-top:2px solid #0d3358;padding-top:.6em}h3{font-size:1.25rem}
p,li{max-width:46rem;hyphens:auto}a{color:#0b4f8a}a:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
nav ol{list-style:none;padding-left:0}nav ol ol{padding-left:1.5em}
.table{overflow-x:auto;margin:1.4em 0}table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-weight:600;padding:.4em 0}th,td{border-bottom:1px solid #b6bcc3;padding:.4em .6em;text-align:left;vertical-align:top}
thead th{background:#e6edf3}tbody th{font-weight:400}.end{text-align:right}figure{margin:1.4em 0}figure svg{max-width:100%;height:auto}figcaption{font-weight:600}
@media print{body{max-width:none;padding:0}tr,figure{break-inside:avoid}h2,h3,caption{break-after:avoid}}`;
