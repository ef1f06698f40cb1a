"""axe-core in a page of ours: `copy PAGE AXE OUT` puts it into a copy, `judge DOM` reads what it found."""

import json
import re
import sys
from pathlib import Path

RUN = """<script>%s</script><script>
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const out = document.createElement("pre");
  out.id = "axe-found";
  const what = found.violations.map(v => ({id: v.id, impact: v.impact, help: v.help, at: v.nodes.slice(0, 3).map(n => n.html)}));
  out.textContent = btoa(unescape(encodeURIComponent(JSON.stringify({passes: found.passes.length, what}))));
  document.body.append(out);
});
</script></body>"""


def copy(page, axe, out):
    text = Path(page).read_text(encoding="utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    script = RUN % Path(axe).read_text(encoding="utf-8")
    Path(out).write_text(text.replace("</body>", script), encoding="utf-8")


def judge(dom):
    import base64

    text = Path(dom).read_text(encoding="utf-8")
    found = re.search(r'<pre id="axe-found">([^<]*)</pre>', text)
    if not found:
        sys.exit(f"pages: axe-core did not finish in {dom}")
    found = json.loads(base64.b64decode(found[1]))
    if found["passes"] < 10:
        sys.exit(f"pages: axe-core looked at nothing in {dom}")
    serious = [what for what in found["what"] if what["impact"] in ("serious", "critical")]
    for what in found["what"]:
        print(f"pages: axe-core, {Path(dom).stem}: {what['impact']}: {what['id']}: {what['help']}: {what['at']}")
    if serious:
        sys.exit(1)


if sys.argv[1] == "copy":
    copy(*sys.argv[2:5])
else:
    judge(sys.argv[2])
