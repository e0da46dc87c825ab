package testing;

/** One test, as the build finds it in a subclass of TestCase. **/
class Test {
	/** Path of the class, and the method's name. **/
	public final suite:String;
	public final name:String;

	final body:() -> Void;

	function new(suite:String, name:String, body:() -> Void) {
		this.suite = suite;
		this.name = name;
		this.body = body;
	}

	public static function of<T:TestCase>(suite:String, name:String, create:() -> T, run:T->Void):Test {
		return new Test(suite, name, () -> {
			var instance = create();
			instance.setup();
			try {
				run(instance);
			} catch (failure:haxe.Exception) {
				instance.teardown();
				throw failure;
			}
			instance.teardown();
		});
	}

	public function run():TestResult {
		var start = haxe.Timer.stamp();
		var outcome = try {
			body();
			Passed;
		} catch (failure:AssertionFailure) {
			Failed(failure.message, failure.posInfos.fileName, failure.posInfos.lineNumber);
		} catch (error:haxe.Exception) {
			Broken(error.details());
		}
		return {suite: suite, name: name, seconds: haxe.Timer.stamp() - start, outcome: outcome};
	}
}

typedef TestResult = {
	final suite:String;
	final name:String;
	final seconds:Float;
	final outcome:Outcome;
}

enum Outcome {
	Passed;
	/** An assertion did not hold. **/
	Failed(message:String, file:String, line:Int);
	/** Something else was thrown. **/
	Broken(message:String);
}
