import process from 'node:process';

// Loaded before a measured server (`node --import`): answers the bench, which asks over IPC how much CPU time it has used.
// Plain JavaScript, so that the server under test needs no loader for it. A process without IPC is left alone.
if (process.send !== undefined) {
  process.on('message', (message) => {
    if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
  });
  // A bench that was stopped half-way leaves nothing behind.
  process.on('disconnect', () => process.exit());
  // The question must not keep the server alive.
  process.channel?.unref();
}
