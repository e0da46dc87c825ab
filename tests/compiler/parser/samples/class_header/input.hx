/** A ship. */
@:keep @author("me", 1)
private final class Ship<T:Hull & Named, K = Int> extends pack.Base<T> implements Drawable implements Named {}

abstract class Shape {
	abstract function area():Float;
}

interface Named extends Base extends Other<Int> {}
