/** How a bulk file is fetched: in a terminal, by a link, and in a spreadsheet that can be refreshed. */
export function fileExamples(origin: string) {
  return {
    curl: `curl -sS --fail -o tallies.csv ${origin}/api/exports/tallies.csv \\
  -H "Authorization: Bearer $QLAB_TOKEN"`,
    changes: `curl -sS --fail "${origin}/api/exports/workshops.json?updatedSince=2017-07-13T09:00:00Z" \\
  -H "Authorization: Bearer $QLAB_TOKEN"`,
    links: `query Files {
  exports {
    name
    columns
    url
    expiresAt
  }
}
`,
    powerQuery: `let
  Token = "paste your token here",
  File = Web.Contents("${origin}", [
    RelativePath = "api/exports/tallies.csv",
    Headers = [Authorization = "Bearer " & Token]
  ]),
  Rows = Csv.Document(File, [Delimiter = ",", Encoding = 65001]),
  Result = Table.PromoteHeaders(Rows)
in
  Result`,
  }
}
