/**
 * Who may read a node by node(id), if it is in scope; what may not be read is answered as if it did not exist.
 * A new type that implements Node needs its row here.
 */
export const NODES = `
node                                            operator purchaser bureau city mentoring assessor platform anonymous

Organisation                                    V        V         V      V    V         V        V        -
Station                                         V        V         V      V    V         V        -        -
Agreement                                       V        V         V      V    V         V        -        -
Amendment                                       V        V         V      V    V         V        -        -
ReportMonth                                     V        V         V      V    V         V        -        -
PublishedReport                                 V        V         V      V    V         V        -        -
ReportAudit                                     V        V         V      V    V         V        -        -
Term                                            V        V         V      V    V         V        -        -
Zone                                            V        V         V      V    V         V        -        -
Point                                           V        V         V      V    V         V        -        -
Project                                         V        V         V      V    V         V        -        -
ContractCycle                                   V        V         V      V    -         -        -        -
ServiceRecord                                   V        V         V      V    -         -        -        -
Assessment                                      V        V         V      V    V         V        -        -
AssessmentFinding                               V        V         V      V    V         V        -        -
Evaluation                                      V        V         V      V    -         -        -        -
SatisfactionSurvey                              V        V         V      V    -         -        -        -
SheetImport                                     P        -         -      -    -         -        -        -
`;
