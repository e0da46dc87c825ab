import haxe.CallStack;
import haxe.Exception;

/** Call stacks where they are known: in the interpreter and the JIT. **/
class OpenCalls {
	static function main() {
		show("here", outer());
		show("method", new OpenCalls().method());
		var local = () -> CallStack.callStack();
		show("local", local());
		try {
			throwing();
		} catch (error:String) {
			show("caught", CallStack.exceptionStack());
			show("whole", CallStack.exceptionStack(true));
		}
		try throwing() catch (error:Exception) show("value", error.stack);
		try raising() catch (error:Exception) {
			show("made", error.stack);
			Sys.println(error.details());
		}
		var cause = new Exception("cause");
		Sys.println(new Exception("effect", cause).details());
		show("made", new Special().stack);
		show("sorted", sorting());
		show("deep", deep(20).slice(0, 3));
		Sys.println(deep(20).length);
	}

	function new() {}

	function method():CallStack {
		return outer();
	}

	static function outer():CallStack {
		return inner();
	}

	static function inner():CallStack {
		return CallStack.callStack();
	}

	static function throwing() {
		failing();
	}

	static function failing() {
		throw "text";
	}

	static function raising() {
		throw new Special();
	}

	static function sorting():CallStack {
		var stack:CallStack = [];
		[2, 1].sort((a, b) -> {
			stack = CallStack.callStack();
			return a - b;
		});
		return [stack[0], stack[stack.length - 1]];
	}

	static function deep(depth:Int):Array<StackItem> {
		return depth == 0 ? CallStack.callStack() : deep(depth - 1);
	}

	static function show(what:String, stack:CallStack) {
		Sys.println(what + CallStack.toString(stack));
	}
}

class Special extends Exception {
	public function new() {
		super("special");
	}
}
