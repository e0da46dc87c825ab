package haxe.exceptions;

/** An exception that says where it was made. **/
class PosException extends Exception {
	/** The place: that of the call which made the exception, where no other was given. **/
	public final posInfos:PosInfos;

	public function new(message:String, ?previous:Exception, ?pos:PosInfos) {
		super(message, previous);
		posInfos = pos == null ? {fileName: "(unknown)", lineNumber: 0, className: "(unknown)", methodName: "(unknown)"} : pos;
	}

	/** The message and the place. **/
	override function toString():String {
		return message + " in " + posInfos.className + "." + posInfos.methodName + " at " + posInfos.fileName + ":" + posInfos.lineNumber;
	}
}
