package haxe;

/** A thrown value that is no exception, as `catch (e:Exception)` sees it. **/
class ValueException extends Exception {
	/** The thrown value. **/
	public final value:Any;

	public function new(value:Any, ?previous:Exception, ?native:Any) {
		super(Std.string(value), previous, native);
		this.value = value;
	}

	override function get_native():Any {
		return value;
	}

	override function unwrap():Any {
		return value;
	}
}
