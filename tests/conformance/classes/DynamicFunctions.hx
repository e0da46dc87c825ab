class Button {
	public function new() {}
	public dynamic function onClick(n:Int):Void Sys.println("default " + n);
	public static dynamic function hook(x:Int):Int return x;
}
class DynamicFunctions {
	static function main() {
		var b = new Button();
		b.onClick(1);
		b.onClick = n -> Sys.println("replaced " + n);
		b.onClick(2);
		new Button().onClick(3);
		Sys.println(Button.hook(4));
		Button.hook = x -> x * 10;
		Sys.println(Button.hook(4));
	}
}
