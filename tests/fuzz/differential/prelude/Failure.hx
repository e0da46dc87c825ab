/** An exception of a program's own. **/
class Failure extends haxe.Exception {
	public final code:Int;

	public function new(message:String, code:Int) {
		super(message);
		this.code = code;
	}
}
