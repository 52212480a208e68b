// Loaded into the measured process: tells how much memory is in use after a collection.
process.on('message', what => {
  if (what !== 'memory') return;
  global.gc();
  global.gc();
  process.send({ memory: process.memoryUsage() });
});
// The channel alone must not keep a process alive that wants to end.
process.channel?.unref();
// A bench that fails leaves no backend behind.
process.on('disconnect', () => process.exit(1));
