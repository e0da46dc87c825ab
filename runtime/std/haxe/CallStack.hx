package haxe;

/** One entry of a call stack. **/
enum StackItem {
	CFunction;
	Module(m:String);
	FilePos(s:Null<StackItem>, file:String, line:Int, ?column:Int);
	Method(classname:Null<String>, method:String);
	LocalFunction(?v:Int);
}

/**
	Calls, the innermost first. Interpreter and JIT know them; programs compiled to WebAssembly and native code keep no
	record of their calls, so that stacks are empty there.
**/
@:using(haxe.CallStack)
abstract CallStack(Array<StackItem>) from Array<StackItem> {
	/** The number of calls. **/
	public var length(get, never):Int;

	inline function get_length():Int {
		return this.length;
	}

	/** The calls that are open. **/
	public static function callStack():Array<StackItem> {
		return haxe.internal.OpenCalls.here().items();
	}

	/**
		The calls between the place where the exception that was caught last was thrown and the one that caught it; with
		`fullStack` also those around that.
	**/
	public static function exceptionStack(fullStack:Bool = false):Array<StackItem> {
		var stack:CallStack = haxe.internal.OpenCalls.thrown().items();
		return fullStack ? stack.asArray() : stack.subtract(callStack()).asArray();
	}

	/** A line for each call, each after a line break. **/
	public static function toString(stack:CallStack):String {
		var text = "";
		for (item in stack.asArray()) text += "\nCalled from " + itemText(item);
		return text;
	}

	/** These calls without those at the outer end that `stack` has too. **/
	public function subtract(stack:CallStack):CallStack {
		var own = this.length;
		var other = stack.length;
		while (own > 0 && other > 0 && Type.enumEq(this[own - 1], stack.get(other - 1))) {
			own--;
			other--;
		}
		return this.slice(0, own);
	}

	public inline function copy():CallStack {
		return this.copy();
	}

	@:arrayAccess public inline function get(index:Int):StackItem {
		return this[index];
	}

	inline function asArray():Array<StackItem> {
		return this;
	}

	static function itemText(item:StackItem):String {
		return switch (item) {
			case CFunction: "a C function";
			case Module(m): "module " + m;
			case Method(classname, method): (classname == null ? "<unknown>" : classname) + "." + method;
			case LocalFunction(v): "local function #" + v;
			case FilePos(s, file, line, column):
				var place = file + " line " + line + (column == null ? "" : " column " + column);
				s == null ? place : itemText(s) + " (" + place + ")";
		}
	}
}
