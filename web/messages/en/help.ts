import type { Translation } from '../translation';
import type { help as zh } from '../zh/help';

export const help: Translation<typeof zh> = {
  title: 'Help',
  whose: 'Whose day',
  readers: {
    worker: 'Social worker',
    manager: 'Station manager',
    administrator: 'Operator’s administrator',
    purchaser: 'Purchaser',
    bureau: 'Bureau',
    scorer: 'Assessor, mentoring centre',
    platform: 'Platform',
  },
  steps: {
    choose: {
      title: 'Find a station',
      text: 'Press / on any page and type a part of its name. The address keeps station and term: bookmark it, or send it to a colleague.',
    },
    entry: {
      title: 'Enter figures',
      text: 'Choose the day and type into the cells. Arrows and Enter move; Excel can be pasted. Indicators with a target come first.',
    },
    saved: {
      title: 'It saves itself',
      text: 'Pause, and it is saved: cell and bar say so. Without network go on typing: it is sent later. What is refused says why.',
    },
    correct: {
      title: 'Correct',
      text: 'Open a record under “Service records”, change or void it with a reason. The former figures are kept.',
    },
    import: {
      title: 'Import a spreadsheet',
      text: 'What is in Excel already need not be typed: open “Import” and drop the file. Faulty cells are red; look at them, write all at once, and undo what was wrong.',
    },
    completion: {
      title: 'See how far it is',
      text: '附件1 has target, done and percent of each zone; the mark is where time has come to, red is behind. A figure opens its records.',
    },
    handIn: {
      title: 'Hand in the month',
      text: 'When a month is over, open “Month”: what is missing or unusual stands first. Then hand it in; from then on its records stay as they are, until you recall it.',
    },
    accept: {
      title: 'Review months',
      text: '“Months to review” lists what waits for you: look at the figures, choose, accept all at once; send back with a reason and, if you like, a last day.',
    },
    score: {
      title: 'Score',
      text: '“Assessment work” begins with what waits for your score; overdue ones are red. Look at completion, staffing and funding, give the score: nobody sees it before all are in.',
    },
    findings: {
      title: 'Findings and responses',
      text: 'Write what was good or gives concern in the assessment, with a last day if you like. When the operator has answered, review the response: accept it, or send it back.',
    },
    progress: {
      title: 'See how far it is',
      text: '附件1 has target, done and percent of each zone; the mark is where time has come to, red is behind. Choose any day, or put last year beside it.',
    },
    board: {
      title: 'See who is late',
      text: '“Monthly reports” has a line a station and a column a month: red is missing, “late” came late, ↩ was sent back. It prints, and can show the trouble alone.',
    },
    publish: {
      title: 'Publish a report',
      text: 'After a quarter, half-year or year, the figures are kept under a number and never change. What differs later is listed; any two can be compared.',
    },
    print: {
      title: 'Print and export',
      text: '“Print” gives the official form with repeated heads and a line to sign; “CSV” opens in Excel.',
    },
    overview: {
      title: 'Overview',
      text: 'Cards say what needs attention; below, each station with progress, staffing and money. Its name leads to its figures.',
    },
    agreements: {
      title: 'Agreements',
      text: 'What waits for you comes first. Register, confirm, amend and renew here; what one party proposes takes effect when the other confirms.',
    },
    members: {
      title: 'Invite members',
      text: 'Give name, e-mail and role, and hand on the link, valid for 7 days. Who has forgotten the password gets a reset link. Remove who leaves; records stay.',
    },
    audit: {
      title: 'Read the log',
      text: 'Who did what and when, and which values were changed: by person, action, outcome and days.',
    },
    organisations: {
      title: 'Keep the directory',
      text: 'Add organisations with their first administrator; a new name counts from a day on, and earlier reports keep the former one.',
    },
  },
  ask: 'Where to ask',
  askText:
    'Ask your administrator first, who decides on accounts, roles and stations. Where a page shows an error, tell the request number below it: the server’s log has the reason under it.',
};
