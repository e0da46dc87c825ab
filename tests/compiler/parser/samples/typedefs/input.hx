typedef Callback = Int->String->Void;
typedef Modern = (count:Int, ?label:String) -> (Int -> Void);
typedef Curried = Int->(String->Void);
typedef Nothing = () -> Void;
typedef Point = {
	x:Float,
	?y:Float,
}
typedef Long = {
	> Point,
	var name(default, null):String;
	@:optional final tag:Int;
	function draw(?depth:Int):Void;
}
typedef Both = Point & { z:Float } & Named;
typedef Constant = Vector<3, "name", -1.5>;
