class Main {
	var a:Array;
	var b:Map<Int>;
	var c:String<Int>;
}
