import haxe.Resource;

/** Fails where a resource of the program or of a library that it uses is not there as it should be. **/
class CarriesFiles {
	/** Asked for before `main`. **/
	static final early = Resource.getString("greeting");

	static function check(isRight:Bool, what:String):Void {
		if (!isRight) throw what;
	}

	static function main():Void {
		check(early == "Grüße\n", "a text when static variables are initialised");
		check(Resource.getString("greeting") == early, "a text");
		check(Resource.getString("from/library") == early, "the same file under another name, in a library");
		var bytes = Resource.getBytes("bytes");
		check(bytes.length == 256 && bytes.get(0) == 0 && bytes.get(255) == 255, "bytes");
		check(Resource.getString("none") == null && Resource.getBytes("none") == null, "no such resource");
		var names = Resource.listNames();
		names.sort(Reflect.compare);
		check(names.join(" ") == "bytes from/library greeting", "names");
		Sys.println(names.join(" "));
	}
}
