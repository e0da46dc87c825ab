class Main {
	static function fail(e:haxe.Exception, text:String, any:Dynamic, which:Int):Void {
		if (which == 0) throw e;
		if (which == 1) throw text;
		throw any;
	}
	static function main() {}
}
