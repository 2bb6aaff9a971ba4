/** What customers report. Every part reads on from the one before: thing, symptom, circumstance. */

export const THINGS: readonly string[] = [
  'VPN gateway',
  'Billing portal',
  'Order export',
  'Mobile app',
  'Single sign-on',
  'Warehouse scanner',
  'Invoice mailer',
  'Customer dashboard',
  'Payment terminal',
  'Backup job',
  'Video conference bridge',
  'Label printer',
  'Search index',
  'Delivery tracking',
  'Shop checkout',
  'Data feed',
  'Telephony queue',
  'Contract archive',
  'Sensor network',
  'Price list import',
  'Partner API',
  'Storage array',
  'Report scheduler',
  'Badge reader',
  'Firmware updater',
];

export const SYMPTOMS: readonly string[] = [
  'is very slow',
  'times out',
  'shows wrong totals',
  'rejects valid logins',
  'loses connections',
  'sends duplicates',
  'stops without an error',
  'answers with error 502',
  'does not start',
  'shows data of last week',
  'drops attachments',
  'fills its disk',
  'ignores the configured language',
  'prints blank pages',
  'fails its certificate check',
];

export const CIRCUMSTANCES: readonly string[] = [
  'since the weekend',
  'after the last update',
  'for users in one office',
  'during peak hours',
  'when more than ten people use it',
  'on every second attempt',
  'since the move to the new data centre',
  'for all new accounts',
  'with large files',
  'at month end',
  'when the backup runs',
  'in the staging environment',
  'for two of five sites',
];

/** Short descriptions that test how text is carried. */
export const AWKWARD: readonly string[] = [
  'Größenangabe in der Rechnung fehlt – Beträge über 1.000 €',
  'Customer says: "nothing works" & wants a call back',
  "Can't open the file that's named O'Reilly's draft.docx",
  'CPU at 100 % since 03:00, disk at 97%',
  'Import fails for path C:\\temp\\new\\orders.csv',
  'ログインできません（パスワード変更後）',
  'Filter status = open, priority <= 2 & site_id LIKE "NL_%" gives nothing',
  'Écran d’accueil vide après mise à jour 🙁',
  'Ошибка при выгрузке отчёта «Продажи»',
  'Form shows <script>alert(1)</script> instead of the name',
  'Übersetzung „Lieferschein“ falsch; expected: delivery note',
  'Price shows as 1,5 instead of 1.5; total = null',
];

export const DETAILS: readonly string[] = [
  'It worked until yesterday evening.',
  'Restarting did not help.',
  'Three colleagues see the same.',
  'A screenshot is attached.',
  'The log shows nothing unusual.',
  'Other sites are not affected.',
  'We have a delivery to make on Friday.',
  'The error number is E-4711.',
  'Nobody changed the configuration.',
  'Please call before you connect remotely.',
  'It happens about twice an hour.',
  "The customer's own firewall is not the cause.",
  'A workaround by hand costs an hour a day.',
];

export const CLOSE_NOTES: readonly string[] = [
  'Configuration corrected and tested with the customer.',
  'Restarted the service; watched for two days without recurrence.',
  'Update installed; the customer confirmed.',
  'Certificate renewed.',
  'Explained the setting to the customer.',
  'Data corrected and import repeated.',
  'Cable replaced on site.',
];

export const COMMENTS: readonly string[] = [
  'Thank you for the report. We are looking into it.',
  'Could you send us the log of the last hour?',
  'The log is attached. It happened again this morning.',
  'We found the cause and are preparing a fix.',
  'Any news? This blocks our shipping.',
  'The fix will be installed tonight after 22:00.',
  'It looks good from here, thanks!',
];

export const WORK_NOTES: readonly string[] = [
  'Called the contact; reproduced on our side.',
  'Waiting for network team.',
  'Same pattern as last month, see the known error list.',
  'Checked quota: 97% used.',
  'Handed over to late shift.',
  'Asked product team for the patch date.',
  'Customer is under the premium contract; keep them posted.',
];
