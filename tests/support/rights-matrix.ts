/**
 * Who may do what, by root field. `null` is an answer without data and without an error; `no` a refusal that says why: the words are
 * somebody else's.
 */
export const RIGHTS_MATRIX = `
                        anon observer participant stranger facilitator colleague staff admin
  viewer                null ok       ok          ok       ok          ok        ok    ok
  staff                 401  403      403         403      403         403       403   ok
  projects              401  403      403         403      403         403       ok    ok
  project               404  ok       ok          404      ok          404       ok    ok
  workshop              404  ok       ok          404      ok          404       404   ok
  workshops             401  403      403         403      ok          ok        ok    ok
  publishedWorkshops    ok   ok       ok          ok       ok          ok        ok    ok
  issue                 404  ok       ok          404      ok          404       404   ok
  statement             404  ok       ok          404      ok          404       404   ok
  idea                  404  ok       ok          404      ok          404       404   ok
  critique              404  ok       ok          404      ok          404       404   ok
  search                ok   ok       ok          ok       ok          ok        ok    ok
  provenance            404  ok       ok          404      ok          404       404   ok
  similarTo             404  ok       ok          404      ok          404       404   ok
  round                 404  ok       ok          404      ok          404       404   ok
  writeUp               404  404      404         404      ok          404       404   ok
  measure               401  ok       ok          403      ok          403       ok    ok
  ballotImport          401  403      403         404      ok          404       404   ok

  renameViewer          401  ok       ok          ok       ok          ok        ok    ok
  inviteStaff           401  403      403         403      403         403       403   ok
  changePlatformRole    401  403      403         403      403         403       403   ok
  removeStaff           401  403      403         403      403         403       403   ok
  erasureRequests       401  403      403         403      403         403       403   ok
  requestErasure        401  403      403         404      ok          404       404   ok
  erasePerson           401  403      403         403      403         403       403   ok

  removals              401  403      403         403      403         403       403   ok
  grant                 null null     null        null     null        null      null  null
  exports               ok   ok       ok          ok       ok          ok        ok    ok
  partnerTokens         401  403      403         403      403         403       403   ok
  partnerToken          401  403      403         403      403         403       403   ok
  createToken           401  403      403         403      403         403       403   ok
  rotateToken           401  403      403         403      403         403       403   ok
  revokeToken           401  403      403         403      403         403       403   ok
  webhooks              null null     null        null     null        null      null  null
  registerWebhook       401  403      403         403      403         403       403   ok
  renewWebhookSecret    401  403      403         403      403         403       403   ok
  pauseWebhook          401  403      403         403      403         403       403   ok
  resumeWebhook         401  403      403         403      403         403       403   ok
  removeWebhook         401  403      403         403      403         403       403   ok
  testWebhook           401  403      403         403      403         403       403   ok

  createProject         401  403      403         403      403         403       ok    ok
  updateProject         401  403      403         403      403         403       ok    ok
  addArea               401  403      403         403      403         403       ok    ok
  renameArea            401  403      403         403      403         403       ok    ok
  removeArea            401  403      403         403      403         403       ok    ok
  changePhase           401  403      403         403      403         403       ok    ok

  createWorkshop        401  403      403         403      403         403       ok    ok
  duplicateWorkshop     401  403      403         403      403         403       404   ok
  updateWorkshop        401  403      403         404      ok          404       404   ok
  archiveWorkshop       401  403      403         404      ok          404       404   ok
  deleteWorkshop        401  403      403         404      ok          404       404   ok
  restoreWorkshop       401  403      403         404      ok          404       404   ok
  publishWorkshop       401  403      403         404      ok          404       404   ok
  setEmbedOrigins       401  403      403         404      ok          404       404   ok
  regenerateRoomCode    401  403      403         404      ok          404       404   ok
  setRoomOpen           401  403      403         404      ok          404       404   ok
  addTable              401  403      403         404      ok          404       404   ok
  updateTable           401  403      403         404      ok          404       404   ok
  removeTable           401  403      403         404      ok          404       404   ok

  joinWorkshop          ok   ok       ok          ok       ok          ok        ok    403
  inviteParticipants    401  403      403         404      ok          404       404   ok
  moveSeat              401  403      403         404      ok          404       404   ok
  moveSeats             401  403      403         404      ok          404       404   ok
  changeSeatRole        401  403      403         404      ok          404       404   ok
  addFacilitator        401  403      403         404      403         404       404   ok
  removeSeat            401  403      403         404      ok          404       404   ok
  renameSeat            401  403      ok          404      403         404       404   403

  addStep               401  403      403         404      ok          404       404   ok
  updateStep            401  403      403         404      ok          404       404   ok
  removeStep            401  403      403         404      ok          404       404   ok
  moveStep              401  403      403         404      ok          404       404   ok
  changeStep            401  403      403         404      ok          404       404   ok

  writeIssue            401  403      ok          404      ok          404       404   ok
  editIssue             401  403      ok          404      ok          404       404   ok
  withdrawIssue         401  403      ok          404      ok          404       404   ok
  restoreIssue          401  403      ok          404      ok          404       404   ok
  decideIssue           401  403      ok          404      ok          404       404   ok
  decideIssues          401  403      ok          404      ok          404       404   ok
  mergeIssues           401  403      403         404      ok          404       404   ok
  unmergeIssue          401  403      403         404      ok          404       404   ok
  hideIssue             401  403      403         404      ok          404       404   ok
  hideIssues            401  403      403         404      ok          404       404   ok
  showIssue             401  403      403         404      ok          404       404   ok
  showIssues            401  403      403         404      ok          404       404   ok

  placeCard             401  403      ok          404      ok          404       404   ok
  tidyBoard             401  403      403         404      ok          404       404   ok
  setWallView           401  ok       ok          ok       ok          ok        ok    ok

  writeStatement        401  403      ok          404      ok          404       404   ok
  rewordStatement       401  403      ok          404      ok          404       404   ok
  withdrawStatement     401  403      ok          404      ok          404       404   ok
  restoreStatement      401  403      ok          404      ok          404       404   ok
  markSimilar           401  403      403         404      ok          404       404   ok
  unmarkSimilar         401  403      403         404      ok          404       404   ok
  writeReason           401  403      ok          404      ok          404       404   ok
  editReason            401  403      ok          404      ok          404       404   ok
  withdrawReason        401  403      ok          404      ok          404       404   ok
  restoreReason         401  403      ok          404      ok          404       404   ok
  showReasonFirst       401  403      403         404      ok          404       404   ok
  writeIdea             401  403      ok          404      ok          404       404   ok
  editIdea              401  403      ok          404      ok          404       404   ok
  withdrawIdea          401  403      ok          404      ok          404       404   ok
  restoreIdea           401  403      ok          404      ok          404       404   ok
  supportIdea           401  403      ok          404      ok          404       404   403
  mergeIdeas            401  403      403         404      ok          404       404   ok
  unmergeIdea           401  403      403         404      ok          404       404   ok
  hideIdea              401  403      403         404      ok          404       404   ok
  hideIdeas             401  403      403         404      ok          404       404   ok
  showIdea              401  403      403         404      ok          404       404   ok
  showIdeas             401  403      403         404      ok          404       404   ok
  checkIn               401  403      403         404      ok          404       404   ok

  writeCritique         401  403      ok          404      ok          404       404   ok
  answerCritique        401  403      ok          404      ok          404       404   ok
  editCritique          401  403      ok          404      no          404       404   no
  withdrawCritique      401  403      ok          404      no          404       404   no
  resolveCritique       401  403      ok          404      ok          404       404   ok
  reopenCritique        401  403      ok          404      ok          404       404   ok
  report                401  ok       ok          404      ok          404       404   ok
  settleReport          401  403      403         404      ok          404       404   ok
  hideCritique          401  403      403         404      ok          404       404   ok
  showCritique          401  403      403         404      ok          404       404   ok
  hideName              401  403      403         404      ok          404       404   ok
  setDiscussion         401  403      403         404      ok          404       404   ok
  setDigest             401  ok       ok          ok       ok          ok        ok    ok
  stopDigest            ok   ok       ok          ok       ok          ok        ok    ok

  createMeasure         401  403      403         403      403         403       ok    ok
  updateMeasure         401  403      403         403      403         403       ok    ok
  archiveMeasure        401  403      403         403      403         403       ok    ok
  addMeasurePoints      401  403      403         403      403         403       ok    ok
  importMeasurePoints   401  403      403         403      403         403       ok    ok
  correctMeasurePoint   401  403      403         403      403         403       ok    ok
  removeMeasurePoint    401  403      403         403      403         403       ok    ok
  restoreMeasurePoint   401  403      403         403      403         403       ok    ok
  annotateMeasure       401  403      403         403      403         403       ok    ok
  withdrawAnnotation    401  403      403         403      403         403       ok    ok
  declareBaseline       401  403      403         403      403         403       ok    ok
  withdrawBaseline      401  403      403         403      403         403       ok    ok

  writeWriteUpText      401  403      403         404      ok          404       404   ok
  publishWriteUp        401  403      403         404      ok          404       404   ok
  importWorkshop        401  403      403         403      403         403       ok    ok
  withdrawWriteUp       401  403      403         404      ok          404       404   ok

  createRound           401  403      403         404      ok          404       404   ok
  updateRound           401  403      403         404      ok          404       404   ok
  discardRound          401  403      403         404      ok          404       404   ok
  openRound             401  403      403         404      ok          404       404   ok
  closeRound            401  403      403         404      ok          404       404   ok
  enterPaperDots        401  403      403         404      ok          404       404   ok
  clearPaperDots        401  403      403         404      ok          404       404   ok
  declarePriorities     401  403      403         404      ok          404       404   ok
  castVote              401  403      ok          404      403         404       404   403
  withdrawVote          401  403      ok          404      403         404       404   403
  startBallotImport     401  403      403         404      ok          404       404   ok
  addBallotImportPiece  401  403      403         404      ok          404       404   ok
  checkBallotImport     401  403      403         404      ok          404       404   ok
  applyBallotImport     401  403      403         404      ok          404       404   ok

  brief                 404  ok       ok          404      ok          404       ok    ok
  testCycle             404  ok       ok          404      ok          404       ok    ok
  createBrief           401  403      403         403      403         403       ok    ok
  updateBrief           401  403      403         403      403         403       ok    ok
  changeBriefStatus     401  403      403         403      403         403       ok    ok
  publishBrief          401  403      403         403      403         403       ok    ok
  joinStatement         401  403      403         403      403         403       404   ok
  leaveStatement        401  403      403         403      403         403       ok    ok
  joinIdea              401  403      403         403      403         403       404   ok
  leaveIdea             401  403      403         403      403         403       ok    ok
  joinMeasure           401  403      403         403      403         403       ok    ok
  leaveMeasure          401  403      403         403      403         403       ok    ok
  measureConsequence    401  403      403         403      403         403       404   ok
  addContributor        401  403      403         403      403         403       ok    ok
  removeContributor     401  403      403         403      403         403       ok    ok
  addDriver             401  403      403         403      403         403       ok    ok
  editDriver            401  403      403         403      403         403       ok    ok
  moveDriver            401  403      403         403      403         403       ok    ok
  removeDriver          401  403      403         403      403         403       ok    ok
  addBriefUpdate        401  403      403         403      403         403       ok    ok
  watchFor              401  403      403         403      403         403       404   ok
  dropWatchFor          401  403      403         403      403         403       ok    ok
  commentOnBrief        401  403      ok          404      ok          404       ok    ok
  withdrawBriefComment  401  403      ok          404      403         404       ok    ok
  reportBriefComment    401  403      ok          404      ok          404       ok    ok
  hideBriefComment      401  403      403         403      403         403       ok    ok
  showBriefComment      401  403      403         403      403         403       ok    ok
  addTestTeam           401  403      403         403      403         403       ok    ok
  updateTestTeam        401  403      403         403      403         403       ok    ok
  planCycle             401  403      403         403      403         403       ok    ok
  updateCycle           401  403      403         403      403         403       ok    ok
  moveCycle             401  403      403         403      403         403       ok    ok
  finishCycle           401  403      403         403      403         403       ok    ok`
