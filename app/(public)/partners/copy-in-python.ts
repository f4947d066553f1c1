import { COPY_QUERIES, inOneLine } from './copy-queries.ts'

/** Makes a copy in the file copy.json, and brings it up to date, like the program in JavaScript. */
export function copyInPython(origin: string): string {
  const queries = Object.entries(COPY_QUERIES).map(([name, query]) => `    "${name}": "${inOneLine(query)}",`)
  return `import json, os, time, urllib.error, urllib.request
from datetime import datetime, timedelta, timezone

QUERIES = {
${queries.join('\n')}
}

def ask(name, **variables):
    request = urllib.request.Request(
        "${origin}/api/graphql",
        data=json.dumps({"query": QUERIES[name], "variables": variables}).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["QLAB_TOKEN"],
            "Content-Type": "application/json",
        },
    )
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        if error.code not in (429, 503):
            raise
        time.sleep(int(error.headers.get("Retry-After", 5)))
        return ask(name, **variables)
    if answer.get("errors"):
        raise SystemExit(answer["errors"][0]["message"])
    return answer["data"]

# All rows of a list, page by page.
def rows(name, find, **variables):
    after = None
    while True:
        page = find(ask(name, after=after, **variables))
        yield from (edge["node"] for edge in page["edges"])
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]

began = (datetime.now(timezone.utc) - timedelta(minutes=1)).isoformat()
copy = {"since": None, "workshops": {}, "projects": {}, "briefs": {}, "measures": {}}
if os.path.exists("copy.json"):
    with open("copy.json") as file:
        copy = json.load(file)
since, workshops, projects = copy["since"], copy["workshops"], copy["projects"]
briefs, measures = copy["briefs"], copy["measures"]
WORDS = {"ISSUE": "issues", "STATEMENT": "statements", "IDEA": "ideas", "CRITIQUE": "critiques"}

# 1. Forget what is not there any more.
for gone in rows("removals", lambda data: data["removals"], since=since) if since else []:
    kind, id = gone["kind"], gone["id"]
    if kind == "WORKSHOP":
        workshops.pop(id, None)
    if kind == "BRIEF":
        briefs.pop(id, None)
    for workshop in workshops.values():
        if kind in WORDS:
            workshop[WORDS[kind]].pop(id, None)
        if kind == "IDEA":
            left = {c["id"]: c for c in workshop["critiques"].values() if c["idea"]["id"] != id}
            workshop["critiques"] = left
    for measure in measures.values():
        if kind == "MEASURE_POINT":
            measure["points"].pop(id, None)

# 2. Workshops that changed. One that is new here, or was published again, is copied whole.
whole = set()
for row in rows("workshops", lambda data: data["publishedWorkshops"], since=since):
    id, project = row["id"], row.pop("project")
    if id not in workshops or row["publishedAt"] >= since:
        whole.add(id)
        workshops[id] = {"issues": {}, "statements": {}, "ideas": {}, "critiques": {}}
    result = ask("rounds", slug=row["slug"])["workshop"]
    workshops[id].update(row, projectId=project["id"], **result)
    projects[project["id"]] = project

# 3. What was said in each workshop since.
for id, workshop in workshops.items():
    asked = {"slug": workshop["slug"], "since": None if id in whole else since}
    def keep(name, found):
        workshop[name].update((row["id"], row) for row in found)
    keep("statements", ask("statements", **asked)["workshop"]["statements"])
    keep("issues", rows("issues", lambda data: data["workshop"]["issues"], **asked))
    for status in ("ON_THE_WALL", "MERGED"):
        keep("ideas", rows("ideas", lambda data: data["workshop"]["ideas"], status=status, **asked))
    keep("critiques", rows("critiques", lambda data: data["workshop"]["critiques"], **asked))

# 4. Projects without a workshop in the copy go. The others are brought up to date, and their briefs.
for row in rows("projects", lambda data: data["projects"], since=since):
    projects[row["id"]] = row
in_use = {workshop["projectId"] for workshop in workshops.values()}
for id in list(projects):
    if id not in in_use:
        del projects[id]
        continue
    for row in rows("briefs", lambda data: data["project"]["briefs"], project=id, since=since):
        briefs[row["id"]] = row

# 5. What hangs on each brief: its teams with their cycles, and its measures with their points.
followed = set()
for id, brief in briefs.items():
    is_new = any(measure["id"] not in measures for measure in brief["measures"])
    answer = ask("brief", brief=id, since=None if is_new else since)["brief"]
    brief["teams"] = answer["teams"]
    followed.update(measure["id"] for measure in brief["measures"])
    for measure in answer["measures"]:
        known = measures.get(measure["id"])
        asked = {"measure": measure["id"], "since": since if known else None}
        points = known["points"] if known else {}
        found = rows("points", lambda data: data["measure"]["points"], **asked)
        points.update((point["id"], point) for point in found)
        measures[measure["id"]] = {**measure, "points": points}
for id in [id for id in measures if id not in followed]:
    del measures[id]

with open("copy.json", "w") as file:
    json.dump({**copy, "since": began}, file, indent=2)
print(len(workshops), "workshops", len(briefs), "briefs")`
}
