// A program for tests: shows a variable and its arguments.
console.log([process.env["GREETING"], ...process.argv.slice(2)].join("\n"));
