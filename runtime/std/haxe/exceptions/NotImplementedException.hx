package haxe.exceptions;

/** A function that is not there yet was called. **/
class NotImplementedException extends PosException {
	public function new(message:String = "Not implemented", ?previous:Exception, ?pos:PosInfos) {
		super(message, previous, pos);
	}
}
