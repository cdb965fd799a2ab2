import type { Translation } from '../translation';
import type { imports as zh } from '../zh/imports';

export const imports: Translation<typeof zh> = {
  title: 'Import a spreadsheet',
  drop: {
    label: 'Drop a spreadsheet here',
    choose: 'Choose a file',
    hint: 'Annex 1, Annex 2 or the service log, as .xlsx, .xls, .ods or .csv, up to 10 MB. Every cell is checked, and you see the result, before anything is written.',
    again: 'Upload the mended file',
    here: 'Let go to upload this file',
    one: 'One file at a time, please.',
    same: 'This file is the same as the one uploaded before: this is what was read of it. Mend and save it, then upload it again.',
    tooLarge: (size) =>
      `The file has ${size}, more than 10 MB. Take out pictures, or split it into several files.`,
    unreadable:
      'The file cannot be opened: another program may hold it, or it was moved, or it is a folder. Save and close it, then try again.',
    forbidden:
      'Your role cannot bring this form: a worker brings the service log, a manager Annex 2, an administrator Annex 1. Please hand it to them.',
    refused: (file) => `“${file}” was not read`,
    sending: (percent) => `Uploading: ${percent}%`,
    reading: 'Uploaded. Reading and checking every cell…',
    progress: 'Upload',
  },
  templates:
    'No spreadsheet yet? Download an empty form, with the zones, points and people of this agreement:',
  list: {
    title: 'Files brought for this agreement',
    empty: 'No file has been brought yet.',
    file: 'File',
    form: 'Form',
    state: 'State',
    rows: 'Rows',
    by: 'Uploaded by',
    at: 'Uploaded at',
    until: 'File kept until',
  },
  states: {
    READY: 'Not written yet',
    REFUSED: 'Nothing to write',
    APPLIED: 'Written',
    UNDONE: 'Undone',
    EXPIRED: 'File deleted',
  },
  forms: { FUJIAN_1: 'Annex 1', FUJIAN_2: 'Annex 2', SERVICE_LOG: 'Service log' },
  recognised: 'Recognised as',
  zones: (count) => (count === 1 ? '1 zone' : `${count} zones`),
  points: (count) => (count === 1 ? '1 point' : `${count} points`),
  projects: (count) => (count === 1 ? '1 project' : `${count} projects`),
  indicators: (count) => (count === 1 ? '1 indicator' : `${count} indicators`),
  rows: { FUJIAN_1: 'figures', FUJIAN_2: 'rows', SERVICE_LOG: 'rows' },
  rowsOf: (count, unit) => `${count} ${unit}`,
  and: ', ',
  counts: (ready, unchanged, ignored, faulty) =>
    `${ready} can be written, ${unchanged} there already, ${ignored} not read, ${faulty} with faults`,
  uploaded: (by, at, until) => `Uploaded by ${by} at ${at}; the file is kept until ${until}`,
  annotated: 'Download the file with its faults marked',
  annotatedHint: 'The faults are marked in the cells. Mend them, save, and drop the file here again.',
  annotatedName: (name) => `${name}-faults`,
  audit: 'Check the published figures',
  tabs: {
    label: 'What was read',
    faults: 'Faults',
    names: 'Names',
    changes: 'Changes',
    ignored: 'Not read, and notes',
  },
  tabCount: (name, count) => `${name} ${count}`,
  severity: { ERROR: 'Error', WARNING: 'Warning', NOTE: 'Note' },
  severityHint: {
    ERROR: 'Rows with errors are not written. Mend them in the file and upload it again, or skip them.',
    WARNING: 'Rows with warnings are written all the same. Please look at them.',
    NOTE: 'What was not read, and why; and what is worth knowing before it is written. There is nothing to mend.',
  },
  noFaults: 'No faults were found.',
  sheet: (name) => `Sheet “${name}”`,
  gap: '(the rows between have no faults, and are not shown)',
  row: 'Row',
  hiddenRow: (number) => `${number} (hidden)`,
  cell: 'Cell',
  value: 'Holds',
  reason: 'Why',
  emptyCell: '(empty)',
  noChanges: 'There is nothing to write: everything is there already.',
  change: { part: 'Of', place: 'From', subject: 'What', was: 'Before', becomes: 'After' },
  parts: {
    TARGETS: 'Targets',
    SERVICE_RECORDS: 'Service records',
    STAFF: 'Staff',
    PUBLISHED_FIGURES: 'Done and percent',
  },
  partLines: (part, count) => `${part}: ${count}`,
  partForbidden: 'Your role cannot write this',
  published: 'What was done, and its percent, are checked, and not written.',
  amends:
    'The agreement is in force: this becomes an amendment, which counts once the other party confirms it.',
  apply: {
    title: 'Write',
    skip: (count, unit) =>
      count === '1' ? 'Skip the one with faults' : `Skip the ${count} ${unit} with faults`,
    write: (count) => `Write ${count}`,
    writeAndSkip: (count, skipped) => `Write ${count}, skip ${skipped}`,
    faulty: (count, unit) =>
      count === '1'
        ? 'One has faults: mend it and upload the file again, or tick “Skip”.'
        : `${count} ${unit} have faults: mend them and upload the file again, or tick “Skip”.`,
    none: 'Nothing is chosen.',
    nothing: 'There is nothing to write.',
    busy: 'Writing. Either all of it is written, or nothing.',
    stale:
      'Since you looked, the data or the names have changed. This is how it is now: please look again, then write.',
  },
  names: {
    hint: 'These names were not matched. Choose what each stands for: it is remembered for the next files of this station.',
    all: 'All names are matched.',
    matched: (count) => `${count} matched names`,
    kind: 'Kind',
    text: 'Name in the file',
    cells: 'Where',
    taken: 'Stands for',
    kinds: { ZONE: 'Zone', POINT: 'Point', PROJECT: 'Project', INDICATOR: 'Indicator' },
    none: 'Nothing',
    chosen: 'chosen by hand',
    takenFor: (kind, text) => `${kind} “${text}” stands for`,
    save: (count) => `Save ${count} and read again`,
    more: (cells) => `${cells} and more`,
  },
  receipt: {
    title: 'Receipt',
    written: (count) => `${count} written`,
    writtenAndSkipped: (count, skipped) => `${count} written, ${skipped} skipped`,
    by: (name, at) => `Written by ${name} at ${at}`,
    see: { TARGETS: 'See the targets', SERVICE_RECORDS: 'See the records', STAFF: 'See the roster' },
    seeAmendment: 'See the amendment',
    undo: 'Undo the import',
    undoHint:
      'What was written is voided, or set back. What was changed since, or is in a closed month, stays, and is listed.',
    undone: (name, at) => `Undone by ${name} at ${at}`,
    because: (reason) => `Reason: ${reason}`,
    kept: (count) =>
      count === 1
        ? 'One was not undone: it was changed since, or its month is closed.'
        : `${count} were not undone: they were changed since, or their months are closed.`,
  },
  refused: 'No row of the file can be written. Mend what is under “Faults”, and upload it again.',
  expired: 'The file and its faults were deleted after 30 days. Upload it again where you need it.',
};
