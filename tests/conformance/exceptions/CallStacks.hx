import haxe.CallStack;

/** What a call stack says, apart from which calls it has: those are not known in every mode. **/
class CallStacks {
	static function main() {
		var stack:CallStack = [
			FilePos(Method("pack.Class", "method"), "pack/Class.hx", 3),
			FilePos(LocalFunction(2), "Main.hx", 7),
			FilePos(null, "Other.hx", 9),
			Method(null, "unknown"),
			Module("module"),
			CFunction,
		];
		Sys.println(CallStack.toString(stack));
		Sys.println(stack.length);
		Sys.println(Type.enumConstructor(stack[1]));
		var outer:CallStack = [Module("module"), CFunction];
		Sys.println(stack.subtract(outer).length);
		Sys.println(stack.copy().length);
		switch (stack[0]) {
			case FilePos(Method(type, method), file, line): Sys.println('$type $method $file $line');
			default: Sys.println("another");
		}
		var here:Array<StackItem> = CallStack.callStack();
		Sys.println(here.length >= 0);
		try throw "x" catch (error:Dynamic) Sys.println(CallStack.exceptionStack(true).length >= 0);
	}
}
