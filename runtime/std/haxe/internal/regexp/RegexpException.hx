package haxe.internal.regexp;

/** A pattern that cannot be used. **/
class RegexpException extends haxe.Exception {
	public final pattern:String;

	/** Where in the pattern. **/
	public final position:Int;

	public final reason:String;

	public function new(reason:String, position:Int, pattern:String) {
		super('Invalid regular expression ~/$pattern/ at $position: $reason');
		this.pattern = pattern;
		this.position = position;
		this.reason = reason;
	}
}
