/** A class without a constructor of its own passes arguments on, also those that are missing. **/
class InheritedConstructorDefaults {
	static function main() {
		Sys.println(new Child().describe());
		Sys.println(new Child(3).describe());
		Sys.println(new Child(3, "x").describe());
		Sys.println(new Child(3, "x", 0.25).describe());
		Sys.println(new Child(3, "x", 0.25, true).describe());
		Sys.println(new Grandchild(4).describe());
	}
}

class Parent {
	var parts:Array<String> = [];

	public function new(a:Int = 7, ?s:String, b:Float = 1.5, flag = false) {
		parts.push("" + a);
		parts.push("" + s);
		parts.push("" + b);
		parts.push("" + flag);
	}

	public function describe() {
		return parts.join(" ");
	}
}

class Child extends Parent {
	var own:Float = 2.5;
}

class Grandchild extends Child {
	var other = "o";

	override public function describe() {
		return super.describe() + " " + own + other;
	}
}
