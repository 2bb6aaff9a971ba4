import { createSalesforceAdapter } from '../../adapters/salesforce/index.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { boundTable } from './tables.ts';

const account = boundTable('SalesforceAccount', 'Account', { id: ['id', 'Id'], name: ['string', 'Name'] });

const table = boundTable('Plan', 'Service_Plan__c', {
  id: ['id', 'Id'],
  name: ['string', 'Name'],
  level: ['choice', 'Level__c'],
  amount: ['decimal', 'Amount_EUR__c'],
  seats: ['integer', 'Seats__c'],
  active: ['boolean', 'Active__c'],
  startsOn: ['date', 'Starts_On__c'],
  changedAt: ['datetime', 'LastModifiedDate'],
  callAt: ['time', 'Call_At__c'],
  covers: ['list', 'Covers__c'],
  address: ['json', 'Address__c'],
  accountName: ['string', 'Account__r.Name'],
  accountId: ['reference', 'Account__c', () => account],
});

const ID = '0018d00000AbCdEAAV';

hostileAnswers({
  name: 'salesforce',
  adapter: createSalesforceAdapter(),
  table,
  keys: [ID],
  row: {
    attributes: { type: 'Service_Plan__c' },
    Id: ID,
    Name: 'Gold',
    Level__c: 'Gold',
    Amount_EUR__c: 12.5,
    Seats__c: 3,
    Active__c: true,
    Starts_On__c: '2026-11-22',
    LastModifiedDate: '2026-11-22T12:00:00.000+0000',
    Call_At__c: '12:00:00.000Z',
    Covers__c: 'A;B',
    Address__c: { city: 'Bern' },
    Account__r: { attributes: { type: 'Account' }, Name: 'ACME' },
    Account__c: ID,
  },
  list: (records, next) => {
    if (next === undefined) return { json: { totalSize: records.length, done: true, records } };
    const path = `/services/data/v62.0/query/0r8xx${next === 'same' || 'host' in next ? '' : next.page}-2000`;
    const nextRecordsUrl = typeof next === 'object' && 'host' in next ? `${next.host}${path}` : path;
    return { json: { totalSize: 100_000, done: false, records, nextRecordsUrl } };
  },
});
