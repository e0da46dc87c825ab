package haxe.exceptions;

/** An argument was not what the function takes. **/
class ArgumentException extends PosException {
	/** The argument's name. **/
	public final argument:String;

	public function new(argument:String, ?message:String, ?previous:Exception, ?pos:PosInfos) {
		super(message == null ? 'Invalid argument "$argument"' : message, previous, pos);
		this.argument = argument;
	}
}
