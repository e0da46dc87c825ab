// since: 4.3
/** An interface has no instances; Haxe's interpreter ends where it is asked for one. **/
class NoInstances {
	static function main() {
		attempt(() -> Type.createInstance(Named, []));
		attempt(() -> Type.createEmptyInstance(Named));
	}

	static function attempt(make:() -> Named) {
		try {
			make();
			Sys.println("made");
		} catch (error:String) {
			Sys.println(error);
		}
	}
}

interface Named {
	function name():String;
}
