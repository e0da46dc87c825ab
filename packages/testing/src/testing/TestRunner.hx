package testing;

import testing.Test.TestResult;

/**
	Runs tests and prints what became of them. `--filter PATTERN` runs those whose `Class.test` has the text; an asterisk
	stands for any. `--report` adds a line of JSON for each, marked so that the build finds it.
**/
class TestRunner {
	/** What the build's lines begin with. **/
	public static inline final MARK = "##test ";

	final filter:Null<String>;
	final isReporting:Bool;
	var failures = 0;
	var passed = 0;

	function new(args:Array<String>) {
		var at = args.indexOf("--filter");
		filter = at < 0 ? null : args[at + 1];
		isReporting = args.indexOf("--report") >= 0;
	}

	/** Runs the tests that the arguments ask for; the program's exit status is 1 where one fails. **/
	public static function run(tests:Array<Test>, args:Array<String>):Void {
		var runner = new TestRunner(args);
		for (test in tests) if (runner.wants(test)) runner.tell(test.run());
		Sys.println('${runner.passed} passed, ${runner.failures} failed');
		if (runner.failures > 0) Sys.exit(1);
	}

	function wants(test:Test):Bool {
		return filter == null || matches('${test.suite}.${test.name}', filter.split("*"));
	}

	/** Do the parts stand in the text, in their order? **/
	static function matches(text:String, parts:Array<String>):Bool {
		var at = 0;
		for (part in parts) {
			at = text.indexOf(part, at);
			if (at < 0) return false;
			at += part.length;
		}
		return true;
	}

	function tell(result:TestResult):Void {
		switch (result.outcome) {
			case Passed:
				passed++;
				Sys.println('ok     ${result.suite}.${result.name}');
				report(result, null, null, 0);
			case Failed(message, file, line):
				failures++;
				Sys.println('FAILED ${result.suite}.${result.name}, $file:$line');
				explain(message);
				report(result, message, file, line);
			case Broken(message):
				failures++;
				Sys.println('FAILED ${result.suite}.${result.name}, an exception');
				explain(message);
				report(result, message, null, 0);
		}
	}

	static function explain(message:String):Void {
		for (line in message.split("\n")) Sys.println('       $line');
	}

	function report(result:TestResult, message:Null<String>, file:Null<String>, line:Int):Void {
		if (!isReporting) return;
		var row = {
			suite: result.suite,
			name: result.name,
			seconds: result.seconds,
			message: message,
			file: file,
			line: line
		};
		Sys.println(MARK + haxe.Json.stringify(row));
	}
}
