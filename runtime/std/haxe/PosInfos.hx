package haxe;

/** Where a call stands in the source. **/
typedef PosInfos = {
	var fileName:String;
	var lineNumber:Int;
	var className:String;
	var methodName:String;
	@:optional var customParams:Array<Dynamic>;
}
