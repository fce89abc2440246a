// What Thunderbird's parser finds in a calendar: each appointment on a line.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
for (const one of calendar.getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(one);
  console.log([event.uid, event.sequence, event.startDate, event.endDate, event.summary].join(' | '));
}
