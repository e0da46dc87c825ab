package haxe;

/** The base of things thrown. A thrown value of another type is seen as a `ValueException` by `catch (e:Exception)`. **/
class Exception {
	/** What went wrong. **/
	public var message(get, never):String;

	/** The exception that led to this one, or null. **/
	public var previous(get, never):Null<Exception>;

	/** The thrown value as other runtimes would see it. **/
	public var native(get, never):Any;

	final text:String;
	final cause:Null<Exception>;

	public function new(message:String, ?previous:Exception, ?native:Any) {
		text = message;
		cause = previous;
	}

	function get_message():String {
		return text;
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
		return value is Exception ? cast value : new ValueException(value);
	}

	/** The value that `throw` really throws. **/
	public static function thrown(value:Any):Any {
		return value is ValueException ? (cast value : ValueException).value : value;
	}

	/** The text, then the exceptions that led to it. **/
	public function details():String {
		return previous == null ? "Exception: " + toString() : "Exception: " + toString() + "\nNext " + previous.details();
	}
}
