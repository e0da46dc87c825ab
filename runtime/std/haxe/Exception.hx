package haxe;

import haxe.internal.OpenCalls;

/** The base of things thrown. A thrown value of another type is seen as a `ValueException` by `catch (e:Exception)`. **/
class Exception {
	/** What went wrong. **/
	public var message(get, never):String;

	/** The calls that were open where the exception was made. **/
	public var stack(get, never):CallStack;

	/** The exception that led to this one, or null. **/
	public var previous(get, never):Null<Exception>;

	/** The thrown value as other runtimes would see it. **/
	public var native(get, never):Any;

	final text:String;
	final cause:Null<Exception>;
	var calls:OpenCalls;

	public function new(message:String, ?previous:Exception, ?native:Any) {
		text = message;
		cause = previous;
		calls = OpenCalls.here();
	}

	function get_message():String {
		return text;
	}

	function get_stack():CallStack {
		return calls.items();
	}

	function get_previous():Null<Exception> {
		return cause;
	}

	function get_native():Any {
		return this;
	}

	/** The value to throw for this exception: the one it wraps, or itself. **/
	function unwrap():Any {
		return this;
	}

	public function toString():String {
		return message;
	}

	/** The exception for a caught value. **/
	public static function caught(value:Any):Exception {
		if (value is Exception) return cast value;
		var exception:Exception = new ValueException(value);
		exception.calls = OpenCalls.thrown();
		return exception;
	}

	/** The value that `throw` really throws. **/
	public static function thrown(value:Any):Any {
		return value is ValueException ? (cast value : ValueException).value : value;
	}

	/** The text and the calls, after those of the exceptions that led to it. **/
	public function details():String {
		if (previous == null) return "Exception: " + toString() + CallStack.toString(stack);
		var own = stack.subtract(previous.stack);
		return previous.details() + "\n\nNext Exception: " + toString() + CallStack.toString(own);
	}
}
